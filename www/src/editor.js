import { EditorView } from "@codemirror/view";

globalThis.ouroEditor = { EditorView };
