/// What the files of a bundle are (RFC 6838).
enum MediaType {
    private static let byEnding = [
        ("json", "application/json"), ("xml", "application/xml"), ("csv", "text/csv"), ("md", "text/markdown"),
        ("html", "text/html"), ("yaml", "application/yaml"), ("yml", "application/yaml"),
        ("jsonl", "application/jsonl"),
        ("sarif", "application/sarif+json"), ("zip", "application/zip"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ]

    /// The type of a file, by the end of its name, and of OSCAL and CycloneDX by what they say that they are.
    static func of(_ path: String, _ bytes: [UInt8]) -> String {
        let head = String(decoding: bytes.prefix(512), as: UTF8.self)
        if path.hasSuffix(".xml"), head.contains(OSCALNamespace.text) { return "application/oscal+xml" }
        if path.hasSuffix(".cdx.xml") { return "application/vnd.cyclonedx+xml" }
        if path.hasSuffix(".cdx.json") { return "application/vnd.cyclonedx+json" }
        return byEnding.first { path.hasSuffix("." + $0.0) }?.1 ?? "application/octet-stream"
    }
}

/// The namespace of OSCAL's XML, by which its documents are known.
enum OSCALNamespace {
    static let text = "http://csrc.nist.gov/ns/oscal/1.0"
}
