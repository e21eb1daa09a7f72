/// What a profile has made of a catalog.
public struct Tailoring: Sendable, Hashable {
    /// How much of a framework was chosen, headings not counted.
    public struct Share: Sendable, Hashable {
        /// The framework.
        public let framework: FrameworkID
        /// Items that were chosen.
        public let chosen: Int
        /// Items that there are.
        public let total: Int
    }

    /// A parameter that the profile has set.
    public struct SetParameter: Sendable, Hashable {
        /// The check.
        public let check: CheckID
        /// The parameter with the profile's value in force.
        public let parameter: CheckParameter
    }

    /// The profile.
    public let profile: Profile
    /// How much of each framework was chosen, sorted by framework.
    public let shares: [Share]
    /// What was set, sorted by check; checks that were left out are not in it.
    public let settings: [SetParameter]
    /// Items of the imported frameworks that were left out, each with what it belongs to.
    public let leftOut: [ControlID: ControlID?]
    /// Checks that show nothing of any chosen item.
    public let leftOutChecks: Set<CheckID>

    /// Items that were left out, by the item that they belong to.
    public var leftOutParts: [ControlID: [ControlID]] {
        var parts: [ControlID: [ControlID]] = [:]
        for (item, parent) in leftOut { if let parent { parts[parent, default: []].append(item) } }
        return parts.mapValues { $0.sorted() }
    }

    /// What remains when some of the frameworks are looked at only.
    func selecting(_ ids: Set<FrameworkID>) -> Tailoring {
        Tailoring(
            profile: profile, shares: shares.filter { ids.contains($0.framework) }, settings: settings,
            leftOut: leftOut, leftOutChecks: leftOutChecks)
    }
}
