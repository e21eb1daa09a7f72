import COpenSSL
import Testing

/// Keys and certificates made for one test and kept nowhere.
enum KeyMaker {
    /// A new private key, which the caller frees.
    static func key(_ kind: String) throws -> OpaquePointer {
        let context: OpaquePointer
        switch kind {
        case "ed25519": context = try #require(EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil))
        case "p256", "p384": context = try #require(EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil))
        case "x25519": context = try #require(EVP_PKEY_CTX_new_id(EVP_PKEY_X25519, nil))
        default: context = try #require(EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nil))
        }
        defer { EVP_PKEY_CTX_free(context) }
        #expect(EVP_PKEY_keygen_init(context) == 1)
        if kind.hasPrefix("p") {
            #expect(EVP_PKEY_CTX_set_group_name(context, kind == "p256" ? "P-256" : "P-384") == 1)
        }
        if kind.hasPrefix("rsa") {
            #expect(EVP_PKEY_CTX_set_rsa_keygen_bits(context, kind == "rsa1024" ? 1024 : 2048) == 1)
        }
        var key: OpaquePointer?
        #expect(EVP_PKEY_generate(context, &key) == 1)
        return try #require(key)
    }

    /// PKCS#8 in PEM, encrypted when there is a passphrase.
    static func privatePEM(_ key: OpaquePointer, passphrase: String? = nil) throws -> [UInt8] {
        try written { file in
            guard let passphrase else { return PEM_write_bio_PKCS8PrivateKey(file, key, nil, nil, 0, nil, nil) }
            let bytes = passphrase.utf8.map { CChar(bitPattern: $0) }
            return PEM_write_bio_PKCS8PrivateKey(file, key, EVP_aes_256_cbc(), bytes, Int32(bytes.count), nil, nil)
        }
    }

    /// The public half in PEM.
    static func publicPEM(_ key: OpaquePointer) throws -> [UInt8] {
        try written { PEM_write_bio_PUBKEY($0, key) }
    }

    /// A certificate in PEM, valid for a day from a time in seconds since 1970.
    static func certificate(
        of key: OpaquePointer, named name: String, by issuer: (key: OpaquePointer, name: String), from start: Int,
        isAuthority: Bool = false, usage: String = "digitalSignature"
    ) throws -> [UInt8] {
        let certificate = try #require(X509_new())
        defer { X509_free(certificate) }
        X509_set_version(certificate, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1)
        ASN1_TIME_set(X509_getm_notBefore(certificate), start)
        ASN1_TIME_set(X509_getm_notAfter(certificate), start + 86_400)
        X509_set_pubkey(certificate, key)
        add(name, to: X509_get_subject_name(certificate))
        add(issuer.name, to: X509_get_issuer_name(certificate))
        for (id, value) in [
            (NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "CA:FALSE"),
            (NID_key_usage, isAuthority ? "keyCertSign" : usage),
        ] {
            let part = try #require(X509V3_EXT_conf_nid(nil, nil, id, value))
            X509_add_ext(certificate, part, -1)
            X509_EXTENSION_free(part)
        }
        #expect(
            X509_sign(
                certificate, issuer.key, EVP_PKEY_get_base_id(issuer.key) == EVP_PKEY_ED25519 ? nil : EVP_sha256()) > 0)
        return try written { PEM_write_bio_X509($0, certificate) }
    }

    private static func add(_ name: String, to names: OpaquePointer?) {
        X509_NAME_add_entry_by_txt(names, "CN", 0x1001, name, -1, -1, 0)
    }

    private static func written(_ body: (OpaquePointer) -> Int32) throws -> [UInt8] {
        let file = try #require(BIO_new(BIO_s_mem()))
        defer { BIO_free(file) }
        #expect(body(file) == 1)
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = BIO_read(file, &bytes, Int32(bytes.count))
        return Array(bytes.prefix(Int(max(0, count))))
    }
}
