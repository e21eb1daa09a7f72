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
        /// The Unicode scalars that it takes, and how it is written.
        var extent = 0..<0
        var style = Style.other
    }

    /// How a value is written.
    enum Style {
        case plain, singleQuoted, doubleQuoted, block, flow, other
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let places: ScalarPlaces

    /// Begins to read a stretch of a file that begins on the given line.
    init(_ bytes: [UInt8], firstLine: Int) {
        parser = .allocate(capacity: 1)
        input = .allocate(capacity: max(bytes.count, 1))
        _ = input.initialize(from: bytes)
        places = ScalarPlaces(bytes, firstLine: firstLine)
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
        var read = read(event)
        read.extent = event.start_mark.index..<max(event.start_mark.index, event.end_mark.index)
        read.style = style(of: event)
        return read
    }

    private func read(_ event: yaml_event_t) -> Event {
        let place = places.position(of: event.start_mark.index)
        switch event.type {
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return Event(kind: .end, position: place, anchor: nil)
        case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, position: place, anchor: nil)
        case YAML_ALIAS_EVENT:
            return Event(kind: .alias(name(event.data.alias.anchor) ?? ""), position: place, anchor: nil)
        case YAML_SCALAR_EVENT: return scalar(event.data.scalar, at: place)
        case YAML_SEQUENCE_START_EVENT:
            return Event(kind: .sequenceStart, position: place, anchor: name(event.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT:
            return Event(kind: .mappingStart, position: place, anchor: name(event.data.mapping_start.anchor))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return Event(kind: .collectionEnd, position: place, anchor: nil)
        default: return Event(kind: .other, position: place, anchor: nil)
        }
    }

    private func style(of event: yaml_event_t) -> Style {
        switch event.type {
        case YAML_SEQUENCE_START_EVENT:
            event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
        case YAML_MAPPING_START_EVENT: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
        case YAML_SCALAR_EVENT:
            switch event.data.scalar.style {
            case YAML_PLAIN_SCALAR_STYLE: .plain
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            default: .block
            }
        default: .other
        }
    }

    /// Tags do not count, but for `!!str` and the non-specific `!`, which make a text of a plain scalar.
    private func scalar(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, at place: Position)
        -> Event
    {
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let tag = name(scalar.tag)
        let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && tag != "!" && tag != "tag:yaml.org,2002:str"
        return Event(
            kind: .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain), position: place,
            anchor: name(scalar.anchor))
    }

    private func problem() -> Diagnostic {
        let parser = parser.pointee
        let message = parser.problem.map { String(cString: $0) } ?? "the YAML cannot be read"
        guard parser.error != YAML_READER_ERROR else {
            // libyaml sets no mark for a character that it refuses, only the offset of its byte.
            return Diagnostic(.syntax, message, at: places.position(ofByte: parser.problem_offset, in: input))
        }
        let place = places.position(of: parser.problem_mark.index)
        guard let context = parser.context.map({ String(cString: $0) }), parser.context_mark.index > 0 || place.line > 1
        else { return Diagnostic(.syntax, message, at: place) }
        let begin = places.position(of: parser.context_mark.index)
        return Diagnostic(
            .syntax, "\(message), \(context) that begins in line \(begin.line), column \(begin.column)", at: place)
    }

    private func name(_ name: UnsafeMutablePointer<yaml_char_t>?) -> String? { name.map { String(cString: $0) } }
}
