//! A Chromium for the browser tests.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{
    Result,
    process::{command, find, output, run},
};

const ON_PATH: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

const USUAL_PLACES: [&str; 6] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The path of a Chromium: the one that CHROME names, one on PATH or where the system puts it, else Debian's package.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROME").map(PathBuf::from) {
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!("CHROME names no file: {}", named.display()).into())
        };
    }
    let look = || {
        let usual = USUAL_PLACES.iter().map(PathBuf::from).find(|file| file.is_file());
        ON_PATH.iter().find_map(|name| find(name)).or(usual)
    };
    if let Some(found) = look() {
        return Ok(found);
    }
    if !can_install_debian_packages() {
        return Err("no Chromium was found: install Chromium or Chrome, or set CHROME to the path of one".into());
    }
    eprintln!("Installing Debian's Chromium (a download of about 100 MB; a minute or two).");
    install(&["chromium"])?;
    look().ok_or_else(|| "Debian's Chromium was installed, but is not on PATH".into())
}

/// Sees to it that pictures of the page in Chinese have letters in them, where Debian's packages can be installed.
pub fn chinese_fonts() -> Result {
    let known = find("fc-list").and_then(|list| output(command(list).arg(":lang=zh")).ok());
    if known.is_some_and(|fonts| !fonts.is_empty()) || !can_install_debian_packages() {
        return Ok(());
    }
    eprintln!("Installing fonts for Chinese (a download of about 60 MB).");
    install(&["fontconfig", "fonts-noto-cjk"])
}

fn can_install_debian_packages() -> bool {
    Path::new("/etc/debian_version").is_file()
        && find("apt-get").is_some()
        && output(command("id").arg("-u")).is_ok_and(|id| id == "0")
}

fn install(packages: &[&str]) -> Result {
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    run(apt().args(["update", "--quiet"]))?;
    run(apt().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
}
