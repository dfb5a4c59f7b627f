//! Compiles the encrypting SQLite from its pinned source crate, with one cipher and without what we never use.

/// As in `docs/decisions/0001-encrypted-sqlite.md`.
const DEFINES: &[(&str, Option<&str>)] = &[
    ("SQLITE_CORE", None),
    ("SQLITE_THREADSAFE", Some("1")),
    ("SQLITE_DEFAULT_FOREIGN_KEYS", Some("1")),
    ("SQLITE_TEMP_STORE", Some("3")),
    ("SQLITE_DQS", Some("0")),
    ("SQLITE_DEFAULT_MEMSTATUS", Some("0")),
    ("SQLITE_LIKE_DOESNT_MATCH_BLOBS", None),
    ("SQLITE_OMIT_LOAD_EXTENSION", None),
    ("SQLITE_OMIT_SHARED_CACHE", None),
    ("SQLITE_OMIT_DEPRECATED", None),
    ("SQLITE_OMIT_JSON", None),
    ("SQLITE_OMIT_DESERIALIZE", None),
    ("SQLITE_OMIT_COMPILEOPTION_DIAGS", None),
    ("HAVE_USLEEP", Some("1")),
    ("HAVE_LOCALTIME_R", None),
    ("HAVE_ISNAN", None),
    ("CODEC_TYPE", Some("CODEC_TYPE_CHACHA20")),
    ("HAVE_CIPHER_CHACHA20", Some("1")),
    ("SQLITE3MC_SECURE_MEMORY", Some("1")),
    ("ARGON2_NO_THREADS", None),
];
const OTHER_CIPHERS: &[&str] = &["AES_128_CBC", "AES_256_CBC", "SQLCIPHER", "RC4", "ASCON128", "AEGIS"];

fn main() {
    let source = sqlite3mc_src::source_dir();
    let mut build = cc::Build::new();
    build.file(source.join(sqlite3mc_src::SOURCE_FILE)).include(source).warnings(false);
    for (name, value) in DEFINES {
        build.define(name, *value);
    }
    for cipher in OTHER_CIPHERS {
        build.define(&format!("HAVE_CIPHER_{cipher}"), "0");
    }
    // No panic ever goes through C, and a stack trace that ends there does.
    build.flag_if_supported("-fno-asynchronous-unwind-tables").flag_if_supported("-fno-unwind-tables");
    build.compile("sqlite3mc");
    println!("cargo::rerun-if-changed=build.rs");
}
