//! Compiles the course into the library. Every fault becomes one line of cargo's error.

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let home = saywell_author::home();
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", home.join("course").display());
    let compiled = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo gives OUT_DIR")?).join("en.course");
    match saywell_author::compile(&home) {
        Ok(course) => {
            let embedded = saywell_content::embed(&course)?;
            // A field that is not written would shift all that follow.
            if saywell_content::load_embedded(&embedded).ok() != Some(course) {
                return Err("the embedded course is another one than was compiled".into());
            }
            fs::write(compiled, embedded)?;
        }
        Err(faults) => faults.iter().for_each(|fault| println!("cargo::error={fault}")),
    }
    Ok(())
}
