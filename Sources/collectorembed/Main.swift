internal import Documents
internal import Glibc

/// Turns the Python files of a folder into one Swift file: `collectorembed OUTPUT FOLDER`.
@main
enum Main {
    static func main() throws {
        let output = CommandLine.arguments[1]
        let folder = CommandLine.arguments[2]
        guard let entries = FolderEntry.entries(of: folder) else { throw Unreadable(path: folder) }
        let names = entries.map(\.name).filter { $0.hasSuffix(".py") }.sorted()
        let sources = try names.map { name in
            guard let bytes = FileBytes.read(folder + "/" + name) else { throw Unreadable(path: name) }
            let text = String(decoding: bytes, as: UTF8.self)
            return JSONQuote.quoted(String(name.dropLast(3))) + ":" + JSONQuote.quoted(text)
        }
        let swift = """
            /// The modules of the collector for Python as JSON: sources by name.
            let embeddedPython = ###"{\(sources.joined(separator: ","))}"###

            """
        guard let file = fopen(output, "wb") else { throw Unreadable(path: output) }
        defer { fclose(file) }
        fputs(swift, file)
    }
}

/// A file that cannot be opened.
struct Unreadable: Error {
    let path: String
}
