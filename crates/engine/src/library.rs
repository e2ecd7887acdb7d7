//! The library's modules written in Python: files beside the worker, fetched when a program imports them first.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use ouro_library::Library;
use web_sys::XmlHttpRequest;

/// Modules fetched from the folder `library` beside the worker.
pub(crate) const FETCHED: Library = Library { names: ouro_library::NAMES, source: fetch };

thread_local! {
    /// What was fetched: a step that is shown again imports again, and must find the same, with or without a network.
    static TEXTS: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// An import waits for its module, as it does in Python; a worker may wait without holding up the page.
fn fetch(name: &str) -> Option<Cow<'static, str>> {
    let known = TEXTS.with_borrow(|texts| texts.get(name).cloned());
    if known.is_some() {
        return known.map(Cow::Owned);
    }
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("GET", &format!("library/{}", ouro_library::path(name)), false).ok()?;
    request.send().ok()?;
    if request.status() != Ok(200) {
        return None;
    }
    let text = request.response_text().ok()??;
    TEXTS.with_borrow_mut(|texts| texts.insert(name.to_owned(), text.clone()));
    Some(Cow::Owned(text))
}
