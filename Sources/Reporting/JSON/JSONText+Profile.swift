internal import Compliance

extension JSONText {
    /// Writes what the profile chose and set, or null for none.
    func profile(_ tailoring: Tailoring?) {
        guard let tailoring else { return member("profile", String?.none) }
        key("profile")
        object(block: true) {
            member("id", tailoring.profile.id.rawValue)
            member("title", tailoring.profile.title)
            member("summary", tailoring.profile.summary)
            member("sha256", tailoring.profile.digest)
            list("frameworks", tailoring.shares) { share in
                member("id", share.framework.rawValue)
                member("chosen", share.chosen)
                member("total", share.total)
            }
            list("set_parameters", tailoring.settings) { set in
                member("check", set.check.rawValue)
                members(of: set.parameter)
            }
        }
    }

    /// Writes a parameter with the value in force and that of the check's file.
    func members(of parameter: CheckParameter) {
        member("name", parameter.name)
        member("label", parameter.label)
        member("unit", parameter.unit)
        member("type", parameter.kind.rawValue)
        member("value", parameter.value)
        member("default", parameter.standard)
    }

    private func member(_ key: String, _ value: Value) {
        switch value {
        case .integer(let integer): member(key, integer)
        case .real(let real):
            self.key(key)
            number(real)
        default: member(key, value.text)
        }
    }
}
