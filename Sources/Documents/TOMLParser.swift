internal import CTOML

/// Reads TOML through toml++, which keeps the place of every key and value.
enum TOMLParser {
    static func parse(_ source: Source, limits: Limits) throws(Diagnostic) -> Document {
        try TOMLDepth.check(source, limits: limits)
        let builder = TOMLBuilder()
        let context = Unmanaged.passUnretained(builder).toOpaque()
        let isRead = source.bytes.withUnsafeBytes { buffer in
            ctoml_parse(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self) ?? nil, buffer.count,
                { event, context in
                    guard let event, let context else { return }
                    Unmanaged<TOMLBuilder>.fromOpaque(context).takeUnretainedValue().take(event.pointee)
                },
                { message, length, line, column, context in
                    guard let message, let context else { return }
                    let bytes = UnsafeRawBufferPointer(start: message, count: length)
                    let place = Position(line: max(1, Int(line)), column: max(1, Int(column)))
                    Unmanaged<TOMLBuilder>.fromOpaque(context).takeUnretainedValue().problem = Diagnostic(
                        .syntax, String(decoding: bytes, as: UTF8.self), at: place)
                }, context)
        }
        if let problem = builder.problem { throw problem }
        guard isRead == 1, let root = builder.root else {
            throw Diagnostic(.syntax, "the TOML cannot be read", at: nil)
        }
        guard builder.nodes <= limits.nodes else {
            throw Diagnostic(.limit, "more than \(limits.nodes) values", at: nil)
        }
        return Document(format: .toml, root: Node(root.content, at: .start))
    }
}
