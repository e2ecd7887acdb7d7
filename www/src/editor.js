// The editor: CodeMirror 6, told what to show by the page. `globalThis.ouroEditor.create` is all that the page calls;
// the event `ouro-editor` on `document` says that it is there.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { python } from "@codemirror/legacy-modes/mode/python";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Annotation, Compartment, EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  drawSelection,
  EditorView,
  gutterLineClass,
  GutterMarker,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Marks a change that the page made, so that it is not reported back as typing. */
const fromPage = Annotation.define();
const setTrace = StateEffect.define();

class LineClass extends GutterMarker {
  constructor(name) {
    super();
    this.elementClass = name;
  }
}

const CURRENT = { line: Decoration.line({ class: "line-current" }), gutter: new LineClass("gutter-current") };
const FAILED = { line: Decoration.line({ class: "line-error" }), gutter: new LineClass("gutter-error") };
const PREVIOUS = { line: Decoration.line({ class: "line-previous" }), gutter: new LineClass("gutter-previous") };

/**
 * Decorations and gutter marks for `{ current, previous, error, errorText, notes: [{ line, text, fresh }] }`, lines from
 * 1, 0 for none.
 */
function traceMarks(doc, trace) {
  const lines = new RangeSetBuilder();
  const gutter = new RangeSetBuilder();
  const notes = new Map(trace.notes.map((note) => [note.line, { text: note.text, class: note.fresh ? "noted noted-fresh" : "noted" }]));
  if (trace.errorText) notes.set(trace.error, { text: trace.errorText, class: "noted noted-error" });
  const kinds = new Map([[trace.previous, PREVIOUS], [trace.current, CURRENT], [trace.error, FAILED]]);
  const marked = new Set([...kinds.keys(), ...notes.keys()]);
  for (const number of [...marked].sort((a, b) => a - b)) {
    if (number < 1 || number > doc.lines) continue;
    const line = doc.line(number);
    const mark = kinds.get(number);
    if (mark) {
      lines.add(line.from, line.from, mark.line);
      gutter.add(line.from, line.from, mark.gutter);
    }
    const note = notes.get(number);
    if (note) {
      // Written by CSS after the line's end: no part of the text that is selected, copied or searched.
      const attributes = { "data-note": note.text, class: note.class };
      lines.add(line.from, line.from, Decoration.line({ attributes }));
    }
  }
  return { lines: lines.finish(), gutter: gutter.finish() };
}

const traceField = StateField.define({
  create: () => ({ lines: Decoration.none, gutter: new RangeSetBuilder().finish() }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setTrace)) return traceMarks(transaction.state.doc, effect.value);
    }
    if (!transaction.docChanged) return value;
    return { lines: value.lines.map(transaction.changes), gutter: value.gutter.map(transaction.changes) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.lines),
    gutterLineClass.from(field, (value) => value.gutter),
  ],
});

/** Colours come from the page's custom properties, so that a theme is one attribute away. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: tags.definition(tags.variableName), color: "var(--code-name)" },
  { tag: tags.standard(tags.variableName), color: "var(--code-call)" },
  { tag: [tags.meta, tags.invalid], color: "var(--code-comment)" },
]);

/** UTF-16 offset of a position given as line and column, both from 1, the column in characters. */
function offset(doc, line, column) {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  let units = 0;
  let left = column - 1;
  for (const character of found.text) {
    if (left-- <= 0) break;
    units += character.length;
  }
  return found.from + units;
}

function toDiagnostic(doc, { line, column, endLine, endColumn, message }) {
  const start = offset(doc, line, column);
  const { from: first, to: last } = doc.lineAt(start);
  // What is missing at a line's end is marked at the character before it: there is nothing else to underline.
  const from = start === last ? Math.max(first, last - 1) : start;
  const to = Math.max(offset(doc, endLine, endColumn), from + 1);
  return { from, to: Math.min(to, doc.length), severity: "error", message };
}

/** What stays visible above and below a revealed line, in pixels. */
const MARGIN = 48;

/** Scrolls the editor, and only it, to show a line: on a phone, CodeMirror would move the page as well. */
function reveal(view, line) {
  if (line < 1 || line > view.state.doc.lines) return;
  const { top, bottom } = view.lineBlockAt(view.state.doc.line(line).from);
  const { scrollTop, clientHeight } = view.scrollDOM;
  const nearest = Math.min(Math.max(scrollTop, bottom + MARGIN - clientHeight), top - MARGIN);
  if (nearest !== scrollTop) view.scrollDOM.scrollTop = nearest;
}

/**
 * Makes an editor in `parent`. `onChange(text)` reports typing, `onRun()` the reader's wish to run.
 * The handle's `update` takes any of: `text`, `trace` (see `traceMarks`), `diagnostics` (`{ line, column, endLine,
 * endColumn, message }`, counted from 1), `label`, `phrases` (CodeMirror's own words, translated), `reveal` (a line).
 */
function create(parent, onChange, onRun) {
  const words = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        words.of([]),
        lineNumbers(),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        bracketMatching(),
        closeBrackets(),
        StreamLanguage.define(python),
        syntaxHighlighting(colours),
        traceField,
        keymap.of([
          { key: "Mod-Enter", run: () => (onRun(), true), preventDefault: true },
          ...closeBracketsKeymap,
          ...defaultKeymap.filter((binding) => binding.key !== "Mod-Enter"),
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((one) => one.annotation(fromPage))) {
            onChange(update.state.doc.toString());
          }
        }),
      ],
    }),
  });
  return {
    update({ text, trace, diagnostics, label, phrases, reveal: line }) {
      if (phrases !== undefined) {
        const attributes = EditorView.contentAttributes.of({ "aria-label": label });
        view.dispatch({ effects: words.reconfigure([EditorState.phrases.of(phrases), attributes]) });
      }
      if (text !== undefined && text !== view.state.doc.toString()) {
        // A change like any other: what was there comes back with undo.
        const changes = { from: 0, to: view.state.doc.length, insert: text };
        view.dispatch({ changes, selection: { anchor: 0 }, annotations: fromPage.of(true) });
        view.scrollDOM.scrollTop = 0;
      }
      if (trace !== undefined) view.dispatch({ effects: setTrace.of(trace) });
      if (diagnostics !== undefined) {
        const { doc } = view.state;
        view.dispatch(setDiagnostics(view.state, diagnostics.map((one) => toDiagnostic(doc, one))));
      }
      if (line !== undefined) view.requestMeasure({ key: "reveal", read: () => undefined, write: () => reveal(view, line) });
    },
    destroy() {
      view.destroy();
    },
  };
}

globalThis.ouroEditor = { create };
document.dispatchEvent(new Event("ouro-editor"));
