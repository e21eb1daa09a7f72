internal import Documents
internal import XML

/// Reads OSCAL's XML as the tree that its JSON has, so that one importer and one validator serve both.
///
/// Attributes and elements are members; what may stand there several times is a list under the name that JSON has for
/// it; prose is Markdown. Model: https://pages.nist.gov/metaschema/specification/
final class OSCALXMLReader: XMLReceiver {
    private struct Frame {
        let name: String
        let place: Position
        var members: [(key: String, place: Position, values: [Node], isList: Bool)] = []
        var text = ""
        var markup: OSCALMarkup?

        mutating func add(_ key: String, _ value: Node, isList: Bool) {
            if let position = members.firstIndex(where: { $0.key == key }) {
                members[position].values.append(value)
            } else {
                members.append((key, value.position, [value], isList))
            }
        }
    }

    private var open: [Frame] = [Frame(name: "", place: .start)]
    private var namespace: String?

    static func read(_ bytes: [UInt8], path: String) throws(CatalogProblem) -> Node {
        let reader = OSCALXMLReader()
        do {
            try XMLStream.read(bytes, into: reader)
        } catch {
            let place = Position(line: max(1, error.line), column: 1)
            throw CatalogProblem(path: path, position: place, message: error.description)
        }
        return reader.node(of: reader.open[0])
    }

    func begin(_ name: String, attributes: [XMLAttribute], line: Int, column: Int) {
        let place = Position(line: line, column: column)
        let top = open.count - 1
        if open[top].markup?.isOpen == true || OSCALXMLNames.markup.contains(name) {
            if open[top].markup == nil {
                let leading = OSCALXMLNames.isMarkupLine(open[top].name) ? open[top].text : ""
                open[top].markup = OSCALMarkup(at: place, leading: leading)
            }
            open[top].markup?.begin(name, attributes)
            return
        }
        var frame = Frame(name: name, place: place)
        for attribute in attributes {
            let value = Position(line: attribute.line, column: attribute.column)
            frame.add(attribute.name, Node(.string(attribute.value), at: value), isList: false)
        }
        open.append(frame)
    }

    func text(_ text: String) {
        if open[open.count - 1].markup != nil {
            open[open.count - 1].markup?.text(text)
        } else {
            open[open.count - 1].text += text
        }
    }

    func end() {
        if open[open.count - 1].markup?.isOpen == true {
            open[open.count - 1].markup?.end()
            return
        }
        let frame = open.removeLast()
        let parent = open[open.count - 1].name
        let (key, isList) = OSCALXMLNames.key(frame.name, in: parent)
        if frame.name == key, parent == "metadata", key == "revisions", let list = frame.members.first {
            for value in list.values { open[open.count - 1].add(key, value, isList: true) }
        } else {
            open[open.count - 1].add(key, node(of: frame), isList: isList)
        }
    }

    private func node(of frame: Frame) -> Node {
        let place = frame.place
        let prosePlace = frame.markup?.place ?? place
        var members = frame.members.map { key, place, values, isList in
            let value = isList || values.count > 1 ? Node(.array(values), at: place) : values[0]
            return Member(key: key, keyPosition: place, value: value)
        }
        let text = text(of: frame)
        guard !members.isEmpty || OSCALXMLNames.holdsProse(frame.name) else {
            let isObject = text.isEmpty && OSCALXMLNames.isEmptyObject(frame.name)
            return isObject ? Node(.object([]), at: place) : Node(.string(text), at: prosePlace)
        }
        if !text.isEmpty {
            let key = OSCALXMLNames.valueKey(frame.name)
            members.append(Member(key: key, keyPosition: prosePlace, value: Node(.string(text), at: prosePlace)))
        }
        return Node(.object(members), at: place)
    }

    private func text(of frame: Frame) -> String {
        if let markup = frame.markup { return markup.markdown }
        let text = OSCALMarkup.collapsed(frame.text)
        return OSCALXMLNames.isMarkupLine(frame.name) ? OSCALProse.escaped(text) : text
    }
}
