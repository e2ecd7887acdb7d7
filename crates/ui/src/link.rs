//! Links: the program, the step and the options in the URL's `#fragment`.
//!
//! `#v1=PROGRAM&step=12&python=3.13&steps=1000&input=LINES`: PROGRAM is the source in UTF-8, zlib-compressed (its
//! checksum tells damage), in URL-safe base64 without padding. LINES are what is typed as input, in the same base64.
//! The other parts are optional; unknown ones are ignored. A format, once released, is read for ever.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use ouro_protocol::{Limits, RunOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// No link unpacks to more than this, in bytes.
const MAX_SOURCE: usize = 4 << 20;

/// What stands for the end of the input in the place of a line (Ctrl-D).
const END_OF_INPUT: &str = "\u{4}";

/// What a link restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The program.
    pub source: String,
    /// The step to open at.
    pub step: u32,
    /// How to run it.
    pub options: RunOptions,
}

/// Why a fragment is no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It was cut short or changed on its way.
    Damaged,
    /// It has a format version that is not known here.
    UnknownVersion,
}

/// A link whose program is still packed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Packed {
    program: Vec<u8>,
    step: u32,
    options: RunOptions,
}

impl Link {
    /// The fragment, without `#`; `None` where the browser cannot compress.
    pub async fn encode(&self) -> Option<String> {
        let program = zlib("pack", self.source.as_bytes(), usize::MAX).await.ok()?;
        Some(Packed { program, step: self.step, options: self.options.clone() }.encode())
    }

    /// Reads a fragment, with or without `#`. `None` where there is none, or one that is not ours.
    pub async fn decode(fragment: &str) -> Option<Result<Link, LinkError>> {
        match Packed::decode(fragment)? {
            Ok(packed) => Some(packed.unpack().await),
            Err(error) => Some(Err(error)),
        }
    }
}

impl Packed {
    fn encode(&self) -> String {
        let packed = URL_SAFE_NO_PAD.encode(&self.program);
        let mut fragment = format!("v1={packed}&step={}&python={}", self.step, self.options.version);
        let (limits, usual) = (self.options.limits, Limits::default());
        let numbers = [
            ("steps", u64::from(limits.steps), u64::from(usual.steps)),
            ("instructions", limits.instructions, usual.instructions),
            ("bytes", limits.bytes, usual.bytes),
            ("output", u64::from(limits.output), u64::from(usual.output)),
        ];
        for (name, value, default) in numbers {
            if value != default {
                fragment.push_str(&format!("&{name}={value}"));
            }
        }
        if !self.options.answers.is_empty() {
            let lines = self.options.answers.iter().map(|line| line.as_deref().unwrap_or(END_OF_INPUT));
            fragment.push_str("&input=");
            fragment.push_str(&URL_SAFE_NO_PAD.encode(lines.collect::<Vec<_>>().join("\n")));
        }
        fragment
    }

    fn decode(fragment: &str) -> Option<Result<Packed, LinkError>> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (version, rest) = fragment.split_once('=')?;
        let number = version.strip_prefix('v')?;
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some(if number == "1" { Packed::decode_v1(rest) } else { Err(LinkError::UnknownVersion) })
    }

    fn decode_v1(rest: &str) -> Result<Packed, LinkError> {
        let mut parts = rest.split('&');
        let packed = parts.next().unwrap_or_default();
        let program = URL_SAFE_NO_PAD.decode(packed).map_err(|_| LinkError::Damaged)?;
        let mut link = Packed { program, step: 0, options: RunOptions::default() };
        for part in parts {
            let Some((name, value)) = part.split_once('=') else { continue };
            let limits = &mut link.options.limits;
            match name {
                "step" => link.step = value.parse().map_err(|_| LinkError::Damaged)?,
                "input" => {
                    let bytes = URL_SAFE_NO_PAD.decode(value).map_err(|_| LinkError::Damaged)?;
                    let text = String::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
                    let line = |line: &str| (line != END_OF_INPUT).then(|| line.to_owned());
                    link.options.answers = text.split('\n').map(line).collect();
                }
                "python" => link.options.version = value.to_owned(),
                "steps" => limits.steps = value.parse().map_err(|_| LinkError::Damaged)?,
                "instructions" => limits.instructions = value.parse().map_err(|_| LinkError::Damaged)?,
                "bytes" => limits.bytes = value.parse().map_err(|_| LinkError::Damaged)?,
                "output" => limits.output = value.parse().map_err(|_| LinkError::Damaged)?,
                _ => {}
            }
        }
        Ok(link)
    }

    async fn unpack(self) -> Result<Link, LinkError> {
        let text = zlib("unpack", &self.program, MAX_SOURCE).await.map_err(|_| LinkError::Damaged)?;
        let source = String::from_utf8(text).map_err(|_| LinkError::Damaged)?;
        Ok(Link { source, step: self.step, options: self.options })
    }
}

/// Calls `pack` or `unpack` of `www/src/zlib.js`, which tells what was cut short or changed.
async fn zlib(function: &str, bytes: &[u8], limit: usize) -> Result<Vec<u8>, JsValue> {
    let zlib = Reflect::get(&js_sys::global(), &"ouroZlib".into())?;
    let function: Function = Reflect::get(&zlib, &function.into())?.dyn_into()?;
    let promise: Promise = function.call2(&zlib, &Uint8Array::from(bytes), &(limit as f64).into())?.dyn_into()?;
    Ok(Uint8Array::new(&JsFuture::from(promise).await?).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Packed {
        let limits = Limits { steps: 5_000, ..Limits::default() };
        Packed {
            program: (0..=255).collect(),
            step: 17,
            options: RunOptions {
                version: "3.13".to_owned(),
                limits,
                answers: vec![Some("é 🐍".to_owned()), None, Some(String::new())],
            },
        }
    }

    #[test]
    fn a_link_restores_all() {
        let fragment = sample().encode();
        assert_eq!(Packed::decode(&format!("#{fragment}")), Some(Ok(sample())));
        assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&-_.".contains(&b)), "{fragment}");
    }

    #[test]
    fn unknown_parts_are_ignored_and_wrong_ones_told() {
        let link = Packed::decode("v1=AAEC&step=2&python=3.12&mood=ignored").unwrap().unwrap();
        assert_eq!((link.program, link.step, link.options.version.as_str()), (vec![0, 1, 2], 2, "3.12"));
        let fragment = sample().encode();
        for wrong in [fragment.replace("step=17", "step=-1"), fragment.replacen("v1=", "v1=!", 1)] {
            assert_eq!(Packed::decode(&wrong), Some(Err(LinkError::Damaged)), "{wrong}");
        }
    }

    #[test]
    fn other_fragments_and_newer_formats() {
        assert_eq!(Packed::decode(""), None);
        assert_eq!(Packed::decode("#top"), None);
        assert_eq!(Packed::decode("#version=3"), None);
        assert_eq!(Packed::decode("#v2=abc"), Some(Err(LinkError::UnknownVersion)));
    }
}
