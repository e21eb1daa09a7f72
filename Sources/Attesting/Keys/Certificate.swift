internal import COpenSSL

/// An X.509 certificate with the chain below it.
public final class Certificate {
    private let chain: [OpaquePointer]
    /// The key that the first certificate is for.
    public let publicKey: VerifyingKey
    /// Whom the first certificate names.
    public let subject: String

    /// Reads certificates in PEM, the signer's first.
    ///
    /// - Throws: `KeyError` when there is none, or its key is of a kind that is not used.
    public init(pem: [UInt8]) throws(KeyError) {
        chain =
            MemoryFile.read(pem) { file in
                var read: [OpaquePointer] = []
                while read.count < 10, let next = PEM_read_bio_X509(file, nil, nil, nil) { read.append(next) }
                return read
            } ?? []
        ERR_clear_error()
        do throws(KeyError) {
            guard let first = chain.first, let key = X509_get0_pubkey(first) else {
                throw .unreadable("no certificate in PEM")
            }
            publicKey = try VerifyingKey(copying: key)
            subject = Self.name(of: first)
        } catch {
            for certificate in chain { X509_free(certificate) }
            throw error
        }
    }

    deinit {
        for certificate in chain { X509_free(certificate) }
    }

    /// Why the signer's certificate does not count at a time, in seconds since 1970; nil when it does.
    ///
    /// It has to lead to one of the authorities, which are what is trusted.
    public func fault(under authorities: Certificate, at time: Int) -> String? {
        guard let store = X509_STORE_new(), let context = X509_STORE_CTX_new(), let below = OPENSSL_sk_new_null() else {
            return "libcrypto has no memory"
        }
        defer {
            X509_STORE_CTX_free(context)
            X509_STORE_free(store)
            OPENSSL_sk_free(below)
        }
        for authority in authorities.chain { X509_STORE_add_cert(store, authority) }
        for certificate in chain.dropFirst() { OPENSSL_sk_push(below, UnsafeRawPointer(certificate)) }
        guard X509_STORE_CTX_init(context, store, chain[0], below) == 1 else { return "libcrypto refuses it" }
        X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), time)
        guard X509_verify_cert(context) == 1 else {
            ERR_clear_error()
            return String(cString: X509_verify_cert_error_string(Int(X509_STORE_CTX_get_error(context))))
        }
        return usageFault
    }

    /// Why the signer's certificate, trusted as it is, does not count at a time; nil when it does.
    public func fault(at time: Int) -> String? {
        var moment = time
        if X509_cmp_time(X509_get0_notBefore(chain[0]), &moment) >= 0 { return "certificate is not yet valid" }
        if X509_cmp_time(X509_get0_notAfter(chain[0]), &moment) <= 0 { return "certificate has expired" }
        return usageFault
    }

    /// A certificate without a key usage is for any; `UInt32.max` says so.
    private var usageFault: String? {
        X509_get_key_usage(chain[0]) & UInt32(KU_DIGITAL_SIGNATURE) == 0 ? "certificate is not for signatures" : nil
    }

    private static func name(of certificate: OpaquePointer) -> String {
        guard let file = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(file) }
        X509_NAME_print_ex(file, X509_get_subject_name(certificate), 0, surety_name_flags)
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = BIO_read(file, &buffer, Int32(buffer.count))
        return String(decoding: buffer.prefix(Int(max(0, count))), as: UTF8.self)
    }
}
