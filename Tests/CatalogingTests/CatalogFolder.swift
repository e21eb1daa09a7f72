import Cataloging
import Compliance
import Foundation

/// A folder of catalog files that exists for one test.
enum CatalogFolder {
    /// A check that loads.
    static let check = """
        title: Servers use TLS
        method: test
        severity: high
        subject: mcp_server
        assert: tls
        message: no TLS
        controls:
          - control: owasp-asi-2026/asi07
            relationship: subset-of
            because: part
        rationale: r
        remediation: r
        references: [https://a.example]
        examples:
          - {name: a, given: {mcp_server: [{tls: true}]}, expect: satisfied}
        """

    /// Writes files by path, loads them beside the built-in catalog, and removes them.
    static func load(_ files: [String: String]) throws -> Catalog {
        let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try CatalogLoader.load(folders: [folder.path])
    }
}
