internal import Documents
internal import Glibc
internal import Hashing

/// Turns the catalog files of a folder into one Swift file: `catalogembed OUTPUT ROOT`.
///
/// It looks for the files itself: the build keeps the arguments of a plug-in's command, and would miss a new file.
/// A string literal of 400 KB compiles in half a second; a literal of bytes takes minutes. Each file is a line, so that
/// the program can read them side by side.
@main
enum Main {
    static func main() throws {
        let arguments = CommandLine.arguments
        let root = arguments[2]
        var entries: [String] = []
        for name in try CatalogFolder.files(in: root) {
            let file = root + "/" + name
            guard let bytes = FileBytes.read(file) else { throw Unreadable(path: file) }
            do {
                let document = try Document(bytes, as: .yaml)
                if let warning = document.warnings.first { throw warning }
                let json = JSONLiteral.text(of: document.root)
                entries.append("\(name) \(SHA256.hex(bytes)) \(json)")
            } catch let problem as Diagnostic {
                // The form in which compilers report, so that editors find the place.
                let place = problem.position ?? .start
                complain("\(file):\(place.line):\(place.column): error: \(problem.message)\n")
                exit(1)
            }
        }
        let literal = entries.joined(separator: "\n")
        let swift =
            "/// The catalog files, a line each: path, SHA-256, content as JSON.\nlet embeddedCatalogs = ###\"\"\"\n\(literal)\n\"\"\"###\n"
        try write(swift, to: arguments[1])
    }

    private static func complain(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    private static func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "wb") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        fputs(text, file)
    }
}

/// A file that cannot be opened.
struct Unreadable: Error {
    let path: String
}
