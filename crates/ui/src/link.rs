//! Links: the program, the step and the options in the URL's `#fragment`.
//!
//! `#v1=PROGRAM&step=12&python=3.13&steps=1000&input=LINES`: PROGRAM is the source in UTF-8, zlib-compressed (its
//! checksum tells damage), in URL-safe base64 without padding. LINES are what is typed as input, in the same base64. The other parts are optional; unknown
//! ones are ignored. A format, once released, is read for ever.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use miniz_oxide::{deflate::compress_to_vec_zlib, inflate::decompress_to_vec_zlib_with_limit};
use ouro_protocol::{Limits, RunOptions};

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

impl Link {
    /// The fragment, without `#`.
    pub fn encode(&self) -> String {
        let packed = URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(self.source.as_bytes(), 9));
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

    /// Reads a fragment, with or without `#`. `None` where there is none, or one that is not ours.
    pub fn decode(fragment: &str) -> Option<Result<Link, LinkError>> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (version, rest) = fragment.split_once('=')?;
        let number = version.strip_prefix('v')?;
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some(if number == "1" { decode_v1(rest) } else { Err(LinkError::UnknownVersion) })
    }
}

fn decode_v1(rest: &str) -> Result<Link, LinkError> {
    let mut parts = rest.split('&');
    let packed = parts.next().unwrap_or_default();
    let bytes = URL_SAFE_NO_PAD.decode(packed).map_err(|_| LinkError::Damaged)?;
    let text = decompress_to_vec_zlib_with_limit(&bytes, MAX_SOURCE).map_err(|_| LinkError::Damaged)?;
    let source = String::from_utf8(text).map_err(|_| LinkError::Damaged)?;
    let mut link = Link { source, step: 0, options: RunOptions::default() };
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Link {
        let limits = Limits { steps: 5_000, ..Limits::default() };
        Link {
            source: "列表 = ['é', '\\n', '🐍']\nprint(列表)\n".repeat(20),
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
        assert_eq!(Link::decode(&format!("#{fragment}")), Some(Ok(sample())));
        assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&-_.".contains(&b)), "{fragment}");
    }

    #[test]
    fn version_1_is_read_for_ever() {
        let old = "v1=eNpLVLBViDbUMdIxjuVKSi3RSNQEACiKBHw&step=2&python=3.12&mood=ignored";
        let link = Link::decode(old).unwrap().unwrap();
        assert_eq!((link.source.as_str(), link.step), ("a = [1,2,3]\nbet(a)", 2));
        assert_eq!(link.options.version, "3.12");
    }

    #[test]
    fn any_damage_is_told() {
        let fragment = sample().encode();
        let packed = fragment.find('&').unwrap();
        for end in 3..packed {
            assert_eq!(Link::decode(&fragment[..end]), Some(Err(LinkError::Damaged)), "cut at {end}");
        }
        for at in 3..packed {
            let mut bytes = fragment.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_ne!(Link::decode(&changed), Some(Ok(sample())), "changed at {at}");
        }
        assert_eq!(Link::decode(&fragment.replace("step=17", "step=-1")), Some(Err(LinkError::Damaged)));
    }

    #[test]
    fn other_fragments_and_newer_formats() {
        assert_eq!(Link::decode(""), None);
        assert_eq!(Link::decode("#top"), None);
        assert_eq!(Link::decode("#version=3"), None);
        assert_eq!(Link::decode("#v2=abc"), Some(Err(LinkError::UnknownVersion)));
    }

    #[test]
    fn a_bomb_does_not_unpack() {
        let packed = URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&vec![b' '; MAX_SOURCE + 1], 9));
        assert_eq!(Link::decode(&format!("v1={packed}")), Some(Err(LinkError::Damaged)));
    }
}
