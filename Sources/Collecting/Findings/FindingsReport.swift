internal import Documents

/// The results of another scanner, from a file that the user names: SARIF 2.1.0, or a table of findings as CSV or JSON.
public struct FindingsReport: Sendable {
    /// Name of the file.
    public let name: String
    /// What the scanner reports, in its order.
    let findings: [ScannerFinding]
    /// Results that report nothing wrong, and are no evidence here.
    let passing: Int

    /// Reads a report; its content says which of the formats it is in.
    ///
    /// - Throws: `CollectionError` when it is broken, too large, or in no format that is known.
    public init(_ bytes: [UInt8], path: String) throws {
        name = path.split(separator: "/").last.map(String.init) ?? path
        do {
            if path.lowercased().hasSuffix(".csv") {
                (findings, passing) = (try FindingsTable.csv(bytes), 0)
                return
            }
            let root = try Document(bytes, as: .json).root
            if root["runs"]?.isArray == true {
                (findings, passing) = try SARIFReader(root).results()
            } else {
                (findings, passing) = (try FindingsTable.json(root), 0)
            }
        } catch {
            throw CollectionError("\(path): \(error)")
        }
    }

    /// The scanners that wrote it, with their versions.
    var scanners: [String] {
        Set(findings.map { ([$0.scanner] + [$0.version].compactMap(\.self)).joined(separator: " ") }).sorted()
    }
}
