/// Items that are chosen from frameworks for one kind of agent, and the values that checks take for it.
///
/// The meaning is that of OSCAL's profile model: `imports` choose, `set-parameters` adjusts,
/// <https://pages.nist.gov/OSCAL/learn/concepts/layer/control/profile/>.
public struct Profile: Sendable, Hashable {
    /// What is chosen from one framework.
    public struct Import: Sendable, Hashable {
        /// The framework.
        public let framework: FrameworkID
        /// The items that are named; nil for all.
        public let include: [ControlID]?
        /// Whether naming an item names what belongs to it, in `include` and in `exclude`.
        public let withChildControls: Bool
        /// The items that are left out of those.
        public let exclude: [ControlID]

        /// What is chosen from one framework.
        public init(framework: FrameworkID, include: [ControlID]?, withChildControls: Bool, exclude: [ControlID]) {
            self.framework = framework
            self.include = include
            self.withChildControls = withChildControls
            self.exclude = exclude
        }
    }

    /// The value of a parameter: of one check, or of every check that has a parameter of the name.
    public struct Setting: Sendable, Hashable {
        /// `<check>/<name>` or `<name>`, as it is written.
        public let key: String
        /// The value.
        public let value: Value

        /// The value of a parameter.
        public init(key: String, value: Value) {
            self.key = key
            self.value = value
        }

        /// The check; nil when every check is meant.
        public var check: CheckID? {
            key.lastIndex(of: "/").map { CheckID(String(key[..<$0])) }
        }

        /// The name of the parameter.
        public var parameter: String {
            key.lastIndex(of: "/").map { String(key[key.index(after: $0)...]) } ?? key
        }

        /// Whether it is about a check's parameter.
        public func concerns(_ check: CheckID, _ parameter: CheckParameter) -> Bool {
            parameter.name == self.parameter && (self.check ?? check) == check
        }
    }

    /// Identifier: the name of its file.
    public let id: ProfileID
    /// Title.
    public let title: String
    /// For whom it is, and what it decides.
    public let summary: String
    /// What is chosen, as the file orders it.
    public let imports: [Import]
    /// Values of parameters, as the file orders them.
    public let settings: [Setting]
    /// SHA-256 of the file.
    public let digest: String

    /// A profile.
    public init(
        id: ProfileID, title: String, summary: String, imports: [Import], settings: [Setting], digest: String
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.imports = imports
        self.settings = settings
        self.digest = digest
    }

    /// The value that it gives a parameter of a check: what names the check counts before what names all.
    public func value(of parameter: CheckParameter, in check: CheckID) -> Value? {
        let settings = settings.filter { $0.concerns(check, parameter) }
        return (settings.first { $0.check != nil } ?? settings.first)?.value
    }
}

extension Profile.Import {
    /// The items of the framework that are chosen, headings left out.
    public func chosen(from framework: Framework) -> Set<ControlID> {
        let all = Set(framework.controls.map(\.id))
        let named = include.map { family($0, in: framework) } ?? all
        let groups = Set(framework.controls.filter { $0.kind == .group }.map(\.id))
        return named.intersection(all).subtracting(family(exclude, in: framework)).subtracting(groups)
    }

    /// Items, and what belongs to them where that is meant.
    private func family(_ items: [ControlID], in framework: Framework) -> Set<ControlID> {
        var family = Set(items)
        guard withChildControls else { return family }
        // Parents stand above their children: one pass reaches all.
        for control in framework.controls {
            if let parent = control.parent, family.contains(parent) { family.insert(control.id) }
        }
        return family
    }
}
