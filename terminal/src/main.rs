//! The shell for a keyboard.
fn main() {}
