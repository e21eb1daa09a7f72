internal import COpenSSL

/// The two forms of a P-256 signature: DER, and two numbers of 32 bytes one after the other (RFC 4050 §3.3).
enum ECDSASignature {
    /// Two numbers from DER; nil when the DER is none.
    static func plain(fromDER bytes: [UInt8]) -> [UInt8]? {
        bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            guard let read = d2i_ECDSA_SIG(nil, &start, buffer.count) else { return nil }
            defer { ECDSA_SIG_free(read) }
            var plain = [UInt8](repeating: 0, count: 64)
            let isWhole = plain.withUnsafeMutableBufferPointer { plain in
                BN_bn2binpad(ECDSA_SIG_get0_r(read), plain.baseAddress, 32) == 32
                    && BN_bn2binpad(ECDSA_SIG_get0_s(read), plain.baseAddress.map { $0 + 32 }, 32) == 32
            }
            return isWhole ? plain : nil
        }
    }

    /// DER from two numbers; nil for anything but 64 bytes.
    static func der(fromPlain bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count == 64, let made = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(made) }
        // The signature takes both numbers over.
        guard ECDSA_SIG_set0(made, BN_bin2bn(bytes, 32, nil), BN_bin2bn(Array(bytes.suffix(32)), 32, nil)) == 1 else {
            return nil
        }
        var encoded: UnsafeMutablePointer<UInt8>?
        let length = Int(i2d_ECDSA_SIG(made, &encoded))
        guard length > 0, let encoded else { return nil }
        defer { CRYPTO_free(encoded, nil, 0) }
        return Array(UnsafeBufferPointer(start: encoded, count: length))
    }
}
