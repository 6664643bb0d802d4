//! Encryption at rest of what holds secrets: AES-GCM under a key that the browser does not give out.
//!
//! It keeps the password from whoever reads the profile's files casually or copies a backup; it does
//! not keep it from a program that runs as the same person and drives the browser.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey};

use crate::error::{Error, browser};

/// NIST SP 800-38D §8.2: 96 bits, random for each encryption.
const IV_OCTETS: usize = 12;

/// A fresh key: 256 bits, not extractable.
pub(crate) async fn new_key() -> Result<CryptoKey, Error> {
    let algorithm = object(&[("name", &"AES-GCM".into()), ("length", &256.into())]);
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let promise = crypto()?
        .subtle()
        .generate_key_with_object(&algorithm, false, &usages)
        .map_err(browser("generateKey"))?;
    JsFuture::from(promise)
        .await
        .map(JsCast::unchecked_into)
        .map_err(browser("generateKey"))
}

/// Encrypts `plain`; the result can be stored in IndexedDB. `purpose` is bound to it, so that it is good
/// only for what it was made for.
pub(crate) async fn seal(key: &CryptoKey, purpose: &str, plain: &[u8]) -> Result<JsValue, Error> {
    let mut iv = [0; IV_OCTETS];
    crypto()?
        .get_random_values_with_u8_array(&mut iv)
        .map_err(browser("getRandomValues"))?;
    let iv = Uint8Array::from(iv.as_slice());
    let promise = crypto()?
        .subtle()
        .encrypt_with_object_and_js_u8_array(
            &algorithm(&iv, purpose),
            key,
            &Uint8Array::from(plain),
        )
        .map_err(browser("encrypt"))?;
    let data = JsFuture::from(promise).await.map_err(browser("encrypt"))?;
    Ok(object(&[("iv", &iv), ("data", &data)]).into())
}

/// Decrypts what [`seal`] made for this purpose; none where it is not of that shape.
pub(crate) async fn open(
    key: &CryptoKey,
    purpose: &str,
    sealed: &JsValue,
) -> Result<Option<Vec<u8>>, Error> {
    let field = |name: &str| Reflect::get(sealed, &name.into()).ok();
    let iv = field("iv").and_then(|iv| iv.dyn_into::<Uint8Array>().ok());
    let data = field("data").and_then(|data| data.dyn_into::<ArrayBuffer>().ok());
    let (Some(iv), Some(data)) = (iv, data) else {
        return Ok(None);
    };
    let promise = crypto()?
        .subtle()
        .decrypt_with_object_and_js_u8_array(&algorithm(&iv, purpose), key, &Uint8Array::new(&data))
        .map_err(browser("decrypt"))?;
    let plain = JsFuture::from(promise).await.map_err(browser("decrypt"))?;
    Ok(Some(Uint8Array::new(&plain).to_vec()))
}

fn algorithm(iv: &Uint8Array, purpose: &str) -> Object {
    object(&[
        ("name", &"AES-GCM".into()),
        ("iv", iv),
        ("additionalData", &Uint8Array::from(purpose.as_bytes())),
    ])
}

fn object(fields: &[(&str, &JsValue)]) -> Object {
    let out = Object::new();
    for (name, value) in fields {
        // Setting a field of our own fresh object cannot fail.
        let _ = Reflect::set(&out, &(*name).into(), value);
    }
    out
}

fn crypto() -> Result<Crypto, Error> {
    web_sys::window()
        .ok_or(Error::Missing("window"))?
        .crypto()
        .map_err(browser("crypto"))
}
