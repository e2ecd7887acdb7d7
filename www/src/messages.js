// The page's sentences: `globalThis.ouroMessages(tag)` gives the function that formats a language's messages.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import en from "../locales/en.ftl";
import zh from "../locales/zh.ftl";

const FILES = { en, "zh-CN": zh };

/** `(key, args) => text` for a language's tag. A key may name an attribute (`key.attribute`); an unknown one is its own text. */
globalThis.ouroMessages = (tag) => {
  // Names and numbers of programs are no text of another direction: no isolating marks around them.
  const bundle = new FluentBundle(tag, { useIsolating: false });
  bundle.addResource(new FluentResource(FILES[tag]));
  return (key, args) => {
    const [id, attribute] = key.split(".");
    const message = bundle.getMessage(id);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    return pattern ? bundle.formatPattern(pattern, args, []) : key;
  };
};
