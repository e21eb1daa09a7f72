import Compliance
import Documents
import Testing

@testable import Reporting

/// The files of a format of several files, by path.
struct ReportFolderReading {
    let files: [String: [UInt8]]

    init(_ format: any ReportFormat, _ assessment: Assessment) {
        var files: [String: [UInt8]] = [:]
        for file in format.files(of: assessment) {
            if let write = file.write { files[file.path] = ByteSink.bytes(write) }
        }
        self.files = files
    }

    var paths: [String] { files.keys.sorted() }

    /// A YAML document.
    func yaml(_ path: String) throws -> Node { try Document(files[path] ?? [], as: .yaml).root }

    /// The rows of a table, the headings first.
    func csv(_ path: String) throws -> [[String]] { try CSVTests.read(files[path] ?? []) }
}

extension Node {
    /// The text at a path of keys; numbers in it are positions in lists.
    func text(_ path: String...) -> String? {
        var node: Node? = self
        for key in path {
            if let position = Int(key) {
                let elements = node?.elements ?? []
                node = elements.indices.contains(position) ? elements[position] : nil
            } else {
                node = node?[key]
            }
        }
        return node?.string
    }
}
