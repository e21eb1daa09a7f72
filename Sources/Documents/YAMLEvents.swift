internal import CYAML

/// libyaml's parser as a sequence of events with places.
final class YAMLEvents {
    /// What happens at a place.
    enum Kind {
        case end, documentStart, other, sequenceStart, mappingStart, collectionEnd
        case alias(String)
        case scalar(String, isPlain: Bool)
    }

    /// Something that happens at a place.
    struct Event {
        let kind: Kind
        let position: Position
        let anchor: String?
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let firstLine: Int

    init(_ bytes: [UInt8], firstLine: Int) {
        parser = .allocate(capacity: 1)
        input = .allocate(capacity: max(bytes.count, 1))
        _ = input.initialize(from: bytes)
        self.firstLine = firstLine
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event.
    ///
    /// - Throws: `Diagnostic` with libyaml's own problem and mark.
    func next() throws(Diagnostic) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { yaml_event_delete(&event) }
        let place = position(event.start_mark)
        switch event.type {
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return Event(kind: .end, position: place, anchor: nil)
        case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, position: place, anchor: nil)
        case YAML_ALIAS_EVENT:
            return Event(kind: .alias(text(event.data.alias.anchor)), position: place, anchor: nil)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let kind = Kind.scalar(String(decoding: bytes, as: UTF8.self), isPlain: scalar.plain_implicit == 1)
            return Event(kind: kind, position: place, anchor: anchor(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT:
            return Event(kind: .sequenceStart, position: place, anchor: anchor(event.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT:
            return Event(kind: .mappingStart, position: place, anchor: anchor(event.data.mapping_start.anchor))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return Event(kind: .collectionEnd, position: place, anchor: nil)
        default: return Event(kind: .other, position: place, anchor: nil)
        }
    }

    private func position(_ mark: yaml_mark_t) -> Position {
        Position(line: Int(mark.line) + firstLine, column: Int(mark.column) + 1)
    }

    private func problem() -> Diagnostic {
        let message = parser.pointee.problem.map { String(cString: $0) } ?? "the YAML cannot be read"
        return Diagnostic(.syntax, message, at: position(parser.pointee.problem_mark))
    }

    private func anchor(_ name: UnsafeMutablePointer<yaml_char_t>?) -> String? { name.map { String(cString: $0) } }

    private func text(_ name: UnsafeMutablePointer<yaml_char_t>?) -> String { anchor(name) ?? "" }
}
