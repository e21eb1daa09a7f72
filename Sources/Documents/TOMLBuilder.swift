internal import CTOML

/// Builds the tree from toml++'s events.
final class TOMLBuilder {
    /// A table or an array that is being read.
    private struct Frame {
        let position: Position
        let isTable: Bool
        var members: [Member] = []
        var elements: [Node] = []
        var key = ""
        var keyPosition = Position.start
    }

    var problem: Diagnostic?
    private(set) var root: Node?
    private(set) var nodes = 0
    private var stack: [Frame] = []

    func take(_ event: ctoml_event) {
        let place = Position(line: max(1, Int(event.line)), column: max(1, Int(event.column)))
        switch event.kind {
        case CTOML_TABLE_START: stack.append(Frame(position: place, isTable: true))
        case CTOML_ARRAY_START: stack.append(Frame(position: place, isTable: false))
        case CTOML_KEY:
            stack[stack.count - 1].key = text(event)
            stack[stack.count - 1].keyPosition = place
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
        guard let frame = stack.popLast() else { return }
        // toml++ sorts keys; the tree follows the file.
        let members = frame.members.sorted { $0.keyPosition < $1.keyPosition }
        add(Node(frame.isTable ? .object(members) : .array(frame.elements), at: frame.position))
    }

    private func add(_ node: Node) {
        nodes += 1
        guard let top = stack.indices.last else {
            root = node
            return
        }
        if stack[top].isTable {
            let member = Member(key: stack[top].key, keyPosition: stack[top].keyPosition, value: node)
            stack[top].members.append(member)
        } else {
            stack[top].elements.append(node)
        }
    }
}
