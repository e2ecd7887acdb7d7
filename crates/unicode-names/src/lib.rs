//! Characters by name, for `"\N{...}"`.
//!
//! Ruff's parser asks the crate of this name for them; its table of all names is most of the parser's size. This
//! one knows the names that are likely in a small program: Latin, Greek, punctuation, currency, arrows,
//! mathematics, boxes, symbols and common emoji.

/// Runs of neighbouring characters: a line `@` with the first one's code in hexadecimal, then a name a line.
const NAMES: &str = include_str!("names.txt");

const IDEOGRAPH: &str = "CJK UNIFIED IDEOGRAPH-";

/// The character of a name, in upper or lower case.
pub fn character(name: &str) -> Option<char> {
    let upper = name.to_ascii_uppercase();
    if let Some(code) = upper.strip_prefix(IDEOGRAPH) {
        let code = u32::from_str_radix(code, 16).ok()?;
        return char::from_u32(code).filter(|_| (0x4e00..=0x9fff).contains(&code));
    }
    let mut code = 0;
    for line in NAMES.lines() {
        if let Some(start) = line.strip_prefix('@') {
            code = u32::from_str_radix(start, 16).ok()?;
            continue;
        }
        if line == upper {
            return char::from_u32(code);
        }
        code += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn finds_names_of_every_run() {
        for (name, expected) in [
            ("SPACE", ' '),
            ("latin small letter e with acute", 'é'),
            ("GREEK SMALL LETTER ALPHA", 'α'),
            ("EURO SIGN", '€'),
            ("RIGHTWARDS ARROW", '→'),
            ("BLACK HEART SUIT", '♥'),
            ("SNAKE", '🐍'),
            ("GRINNING FACE", '😀'),
            ("CJK UNIFIED IDEOGRAPH-86C7", '蛇'),
        ] {
            assert_eq!(character(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn knows_no_other_names() {
        assert_eq!(character("FOO BAR"), None);
        assert_eq!(character("@20"), None);
        assert_eq!(character(""), None);
    }
}
