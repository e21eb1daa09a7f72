import Documents

/// The document, or the problem with it.
func reading(_ bytes: [UInt8], _ format: Document.Format, limits: Limits = .standard) -> Result<Document, Diagnostic> {
    do throws(Diagnostic) {
        return .success(try Document(bytes, as: format, limits: limits))
    } catch {
        return .failure(error)
    }
}

/// The problem with a text, nil when it can be read.
func problem(_ text: String, _ format: Document.Format, limits: Limits = .standard) -> Diagnostic? {
    guard case .failure(let problem) = reading(Array(text.utf8), format, limits: limits) else { return nil }
    return problem
}

/// A place.
func place(_ line: Int, _ column: Int) -> Position { Position(line: line, column: column) }
