/// Writes the JSON of an OSCAL document that comes in the order of its XML.
///
/// Elements of one list stand side by side there, so that the list opens with the first and closes with what follows the
/// last.
final class OSCALJSON {
    typealias Flags = [(key: StaticString, value: String)]

    /// An open object: the element that it is, and the list in it that is open.
    private struct Frame {
        let name: String
        var list: String?
    }

    private let json: JSONText
    private var open: [Frame] = []

    init(_ sink: ByteSink) { json = JSONText(sink) }

    /// Writes the document; its root is the one key.
    func document(_ name: String, uuid: String, _ body: () -> Void) {
        json.object(block: true) {
            json.key(name)
            object(name, [("uuid", uuid)], body)
        }
        json.finish()
    }

    /// Writes an object with members beside its flags.
    func element(_ name: String, _ flags: Flags, _ body: () -> Void) {
        enter(name, isBlock: true)
        object(name, flags, body)
    }

    /// Writes an object of flags alone.
    func empty(_ name: String, _ flags: Flags) {
        enter(name, isBlock: true)
        json.object { for (key, value) in flags { json.member("\(key)", value) } }
    }

    /// Writes a text, in an object when it has flags.
    func text(_ name: String, _ flags: Flags, _ text: String) {
        enter(name, isBlock: !flags.isEmpty)
        guard !flags.isEmpty else { return json.string(text) }
        json.object {
            for (key, value) in flags { json.member("\(key)", value) }
            json.member(OSCALKeys.text(of: name), text)
        }
    }

    /// Writes a truth value.
    func flag(_ name: String, _ flag: Bool) {
        enter(name, isBlock: false)
        json.flag(flag)
    }

    private func object(_ name: String, _ flags: Flags, _ body: () -> Void) {
        open.append(Frame(name: name))
        json.object(block: true) {
            for (key, value) in flags { json.member("\(key)", value) }
            body()
            closeList()
        }
        open.removeLast()
    }

    /// Writes the key, or goes on with the list of the last element.
    private func enter(_ name: String, isBlock: Bool) {
        let key = OSCALKeys.key(name, in: open.last?.name ?? "")
        if key.isList && open.last?.list == key.name { return }
        closeList()
        json.key(key.name)
        guard key.isList, !open.isEmpty else { return }
        json.beginArray(block: isBlock)
        open[open.count - 1].list = key.name
    }

    private func closeList() {
        guard open.last?.list != nil else { return }
        json.endArray()
        open[open.count - 1].list = nil
    }
}
