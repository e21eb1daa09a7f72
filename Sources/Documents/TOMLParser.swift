internal import CTOML

/// Reads TOML through toml++, which keeps the place of every key and value.
enum TOMLParser {
    static func parse(_ source: Source, limits: Limits) throws(Diagnostic) -> Document {
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
                    Unmanaged<TOMLBuilder>.fromOpaque(context).takeUnretainedValue().problem = Diagnostic(
                        .syntax, String(decoding: bytes, as: UTF8.self),
                        at: Position(line: Int(line), column: Int(column)))
                }, context)
        }
        if let problem = builder.problem { throw problem }
        guard isRead == 1, let root = builder.root else {
            throw Diagnostic(.syntax, "the TOML cannot be read", at: nil)
        }
        return Document(format: .toml, root: Node(root.content, at: .start))
    }
}

/// Builds the tree from toml++'s events.
private final class TOMLBuilder {
    private enum Frame {
        case table([Member], Position)
        case array([Node], Position)
    }

    var problem: Diagnostic?
    private(set) var root: Node?
    private var stack: [Frame] = []
    private var keys: [(String, Position)] = []

    func take(_ event: ctoml_event) {
        let place = Position(line: max(1, Int(event.line)), column: max(1, Int(event.column)))
        switch event.kind {
        case CTOML_TABLE_START: stack.append(.table([], place))
        case CTOML_ARRAY_START: stack.append(.array([], place))
        case CTOML_KEY: keys.append((text(event), place))
        case CTOML_STRING: add(Node(.string(text(event)), at: place))
        case CTOML_INTEGER: add(Node(.integer(Int(event.integer)), at: place))
        case CTOML_REAL: add(Node(.real(event.real), at: place))
        case CTOML_BOOLEAN: add(Node(.boolean(event.integer == 1), at: place))
        default: close()
        }
    }

    private func text(_ event: ctoml_event) -> String {
        String(decoding: UnsafeRawBufferPointer(start: event.text, count: event.length), as: UTF8.self)
    }

    private func close() {
        switch stack.popLast() {
        // toml++ sorts keys; the tree follows the file.
        case .table(let members, let place):
            add(Node(.object(members.sorted { $0.keyPosition < $1.keyPosition }), at: place))
        case .array(let elements, let place): add(Node(.array(elements), at: place))
        case nil: break
        }
    }

    private func add(_ node: Node) {
        switch stack.popLast() {
        case .table(let members, let place):
            guard let (key, keyPlace) = keys.popLast() else { return }
            stack.append(.table(members + [Member(key: key, keyPosition: keyPlace, value: node)], place))
        case .array(let elements, let place): stack.append(.array(elements + [node], place))
        case nil: root = node
        }
    }
}
