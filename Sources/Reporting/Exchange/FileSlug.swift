internal import Hashing

/// A name from an input as part of a file name.
enum FileSlug {
    /// Lower-case letters, digits, hyphens and single dots inside, with a digest where the name had others: two names never
    /// share a slug.
    static func of(_ name: String) -> String {
        let isPlain =
            !name.isEmpty && name.utf8.count <= 60 && !name.contains("..") && name.first != "." && name.last != "."
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 0x2D || $0 == 0x2E }
        guard !isPlain else { return name }
        var slug = ""
        for byte in name.lowercased().utf8.prefix(48) {
            let isKept = (97...122).contains(byte) || (48...57).contains(byte)
            if isKept { slug.unicodeScalars.append(Unicode.Scalar(byte)) } else if slug.last != "-" { slug += "-" }
        }
        while slug.first == "-" { slug.removeFirst() }
        let digest = SHA256.hex(name).prefix(8)
        return slug.isEmpty ? String(digest) : "\(slug.hasSuffix("-") ? String(slug.dropLast()) : slug)-\(digest)"
    }
}
