//! Every primitive against its published answers.

use super::*;
use argon2::AssociatedData;
use sha2::Digest;

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(byte).collect()
}

fn array<const N: usize>(text: &str) -> [u8; N] {
    hex(text).try_into().unwrap()
}

/// RFC 9106, 5.3.
#[test]
fn argon2id_gives_the_answer_of_its_rfc() {
    let mut params = argon2::ParamsBuilder::new();
    params.m_cost(32).t_cost(3).p_cost(4).data(AssociatedData::new(&[4; 12]).unwrap());
    let secret = [3; 8];
    let argon = Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params.build().unwrap()).unwrap();
    let mut tag = [0; 32];
    argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(tag, array("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
}

/// The reference implementation's own test: `password`, `somesalt`, 64 MiB, two passes, one lane, Argon2id version 19.
#[test]
fn a_pin_is_stretched_as_the_reference_does() {
    let argon = |memory, passes, salt: &[u8], out: &mut [u8]| {
        let params = Params::new(memory, passes, 1, Some(32)).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(b"password", salt, out).unwrap();
    };
    let mut tag = [0; 32];
    argon(64 * 1024, 2, b"somesalt", &mut tag);
    assert_eq!(tag, array("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
    // And ours is that one, at the cost that is asked.
    argon(64, 3, &[9; SALT], &mut tag);
    let ours = Cost { memory_kib: 64, passes: 3 }.stretch(b"password", &[9; SALT]).unwrap();
    assert_eq!(ours.as_slice(), tag);
}

/// RFC 5869, A.1.
#[test]
fn hkdf_gives_the_answer_of_its_rfc() {
    let salt = hex("000102030405060708090a0b0c");
    let mut okm = [0; 42];
    Hkdf::<Sha256>::new(Some(&salt), &[0x0b; 22]).expand(&hex("f0f1f2f3f4f5f6f7f8f9"), &mut okm).unwrap();
    let answer = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865";
    assert_eq!(okm, array(answer));
}

/// RFC 4231, 4.3, and FIPS 180-4's `abc`.
#[test]
fn hmac_and_sha_256_give_the_answers_of_theirs() {
    let answer = array("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_eq!(mac(b"Jefe", b"what do ya want for nothing?"), answer);
    let abc: [u8; 32] = Sha256::digest(b"abc").into();
    assert_eq!(abc, array("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

/// draft-irtf-cfrg-xchacha-03, A.3.1.
#[test]
fn sealing_gives_the_answer_of_its_draft() {
    let wrap = Wrap(hidden(&array("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")));
    let nonce = array("404142434445464748494a4b4c4d4e4f5051525354555657");
    let bound = hex("50515253c0c1c2c3c4c5c6c7");
    let plain =
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen \
                  would be it.";
    let mut text = plain.to_vec();
    let tag = wrap.seal(&nonce, &bound, &mut text).unwrap();
    let sealed = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c670\
                  8c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9\
                  768812f615c68b13b52e";
    assert_eq!(text, hex(sealed));
    assert_eq!(tag, array("c0875924c1c7987947deafd8780acf49"));
    for (nonce, bound, tag) in
        [(nonce, b"other".to_vec(), tag), ([0; NONCE], bound.clone(), tag), (nonce, bound.clone(), [0; TAG])]
    {
        assert!(!wrap.unseal(&nonce, &bound, &mut text.clone(), &tag));
    }
    assert!(wrap.unseal(&nonce, &bound, &mut text, &tag));
    assert_eq!(text, plain);
}

#[test]
fn a_pin_is_4_to_12_digits() {
    for good in ["0000", "123456789012"] {
        assert!(Pin::new(good.as_bytes()).is_ok(), "{good}");
    }
    for odd in ["", "123", "1234567890123", "12a4", "12 4", " 1234", "١٢٣٤", "12.4"] {
        assert!(matches!(Pin::new(odd.as_bytes()), Err(Error::Invalid { field: "pin", .. })), "{odd}");
    }
}

#[test]
fn a_quick_device_pays_more_and_never_less_than_the_least() {
    let passes = |took| Cost::for_device(took).passes;
    assert_eq!([passes(0), passes(1), passes(25), passes(28), passes(125), passes(900)], [32, 32, 20, 17, 4, 2]);
    assert!(Cost::for_device(25).memory_kib == Cost::default().memory_kib);
    for (memory, passes) in [(0, 2), (7, 2), (19_456, 0), (128 * 1024 + 1, 2), (19_456, 65), (u32::MAX, u32::MAX)] {
        assert_eq!(Cost::written(memory, passes), None);
    }
    assert_eq!(Cost::written(19_456, 2), Some(Cost::default()));
}

#[test]
fn one_pin_in_sixteen_is_declined_by_a_phone_and_always_the_same_ones() {
    let declined = |secret: u8| {
        let secret = Secret::new(&[secret; 32]);
        (0..10_000)
            .filter(|pin| secret.declines(&Pin::new(format!("{pin:04}").as_bytes()).unwrap()))
            .collect::<Vec<_>>()
    };
    let (one, other) = (declined(1), declined(2));
    assert!((500..750).contains(&one.len()) && one != other && one == declined(1), "{}", one.len());
}
