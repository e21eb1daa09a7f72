/// A value of a text with the bytes that it takes.
///
/// The trees of the parsers know where values begin; whoever changes a text has to know where they end as well.
struct JSONSpan {
    /// What stands in an object or array.
    struct Member {
        /// Name of the member; nil for an element.
        let key: String?
        /// First byte of the key, or of the element.
        let start: Int
        let value: JSONSpan
    }

    /// First byte.
    let start: Int
    /// The byte behind the last one.
    let end: Int
    /// Whether it is an object; nil for what is neither object nor array.
    var isObject: Bool?
    /// Members or elements; empty for what holds none.
    var members: [Member] = []

    /// The place of a step; nil for one that is not there, or is there twice.
    func index(of step: String) -> Int? {
        members.place(of: step, key: isObject == true ? { $0.key } : nil)
    }

    /// The value at the end of steps.
    func value(at steps: some Collection<String>) -> JSONSpan? {
        steps.reduce(self as JSONSpan?) { span, step in
            span.flatMap { span in span.index(of: step).map { span.members[$0].value } }
        }
    }
}
