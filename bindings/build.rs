//! How the library is linked for Android, and for this machine's tests.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let arguments: &[&str] = match std::env::var("CARGO_CFG_TARGET_OS").as_deref() {
        // Every symbol is found; pages are 16 KB, which newer phones insist on; and the addresses to fix up on loading are
        // packed, in the form that Android reads from 6.0 on.
        Ok("android") => &["-z,defs", "-z,max-page-size=16384", "--pack-dyn-relocs=android"],
        Ok("linux") => &["-z,defs", "-z,max-page-size=16384"],
        _ => &[],
    };
    for argument in arguments {
        println!("cargo::rustc-link-arg=-Wl,{argument}");
    }
}
