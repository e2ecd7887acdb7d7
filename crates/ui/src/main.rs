//! The page of Ouro: a client of the engine, which runs in a worker.

mod app;
mod components;
mod decimal;
mod dom;
mod engine;
mod examples;
mod graph;
mod i18n;
mod link;
mod shared;
mod state;
mod storage;
mod store;
mod words;

fn main() {
    wasm_bindgen_futures::spawn_local(async {
        let link = link::Link::decode(&dom::fragment()).await;
        yew::Renderer::<app::App>::with_props(app::AppProps { link }).render();
    });
}
