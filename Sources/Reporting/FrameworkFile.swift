public import Compliance

/// A framework as the YAML in which catalogs keep it: `catalogs/frameworks/<id>.yaml`.
///
/// The spellings by which people refer to it are not written: no foreign file has them.
public enum FrameworkFile {
    /// Writes the file, below a line of comment on where it comes from.
    public static func write(_ framework: Framework, comment: String?, to sink: ByteSink) {
        let yaml = YAMLText(sink)
        if let comment { yaml.comment(comment) }
        var members: [(key: String, value: PlainTree)] = [
            ("id", .text(framework.id.rawValue)), ("title", .text(framework.title)),
            ("short_name", .text(framework.shortName)), ("publisher", .text(framework.publisher)),
            ("edition", .text(framework.edition)), ("published", .text(framework.published)),
            ("source", .text(framework.source)), ("licence", .text(framework.licence)),
            ("attribution", .text(framework.attribution)),
        ]
        if !framework.isDefault { members.append(("default", .flag(false))) }
        members.append(("controls", .list(framework.controls.map(item))))
        yaml.write(.object(members))
    }

    private static func item(_ control: Control) -> PlainTree {
        var members: [(key: String, value: PlainTree)] = [("id", .text(control.id.item))]
        if let parent = control.parent { members.append(("parent", .text(parent.item))) }
        members += [
            ("kind", .text(control.kind.rawValue)), ("title", .text(control.title)),
            ("statement", .text(control.statement)),
        ]
        if control.kind != .group || control.observability != .none {
            members.append(("observability", .text(control.observability.rawValue)))
        }
        if let question = control.question { members.append(("question", .text(question))) }
        return .object(members)
    }
}
