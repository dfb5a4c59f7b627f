//! Libraries in C that are put before the system's in a child (`LD_PRELOAD`).

use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles one of the sources beside this file into `home`.
pub fn compiled(source: &str, home: &Path) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("faults").join(source);
    let library = home.join(source.with_extension("so").file_name().unwrap());
    let built = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(&source).status();
    assert!(built.unwrap().success(), "{} does not compile", source.display());
    library
}
