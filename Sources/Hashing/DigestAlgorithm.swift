internal import COpenSSL

/// An algorithm of libcrypto, looked up once: by name OpenSSL 3 looks it up each time.
struct DigestAlgorithm: @unchecked Sendable {
    // A fetched method is reference-counted and never written to (EVP_MD_fetch(3)), so that threads may share it.
    private let method: OpaquePointer?
    private let length: Int

    init(_ name: String, length: Int) {
        method = EVP_MD_fetch(nil, name, nil)
        self.length = length
    }

    /// Hands the digest of bytes to a body.
    func withDigest<Result>(
        of bytes: UnsafeRawBufferPointer, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { digest in
            digest.initialize(repeating: 0)
            _ = EVP_Digest(bytes.baseAddress, bytes.count, digest.baseAddress, nil, method, nil)
            return body(digest)
        }
    }
}
