/// The first place at which two JSON values differ.
public enum JSONDifference {
    /// What differs first, in order of keys; nil when the values are equal.
    public static func first(attested: JSONValue, derived: JSONValue) -> String? {
        attested == derived ? nil : first(attested, derived, at: "")
    }

    private static func first(_ old: JSONValue, _ new: JSONValue, at path: String) -> String {
        if case .object(let olds) = old, case .object(let news) = new {
            let keys = Set(olds.keys).union(news.keys).sorted()
            for key in keys where olds[key] != news[key] {
                let place = "\(path)/\(key)"
                guard let was = olds[key] else { return "\(place): was not attested" }
                guard let found = news[key] else { return "\(place): is not there, attested is \(text(was))" }
                return first(was, found, at: place)
            }
        }
        if case .array(let olds) = old, case .array(let news) = new {
            for (place, pair) in zip(olds, news).enumerated() where pair.0 != pair.1 {
                return first(pair.0, pair.1, at: "\(path)/\(place)")
            }
            let shorter = min(olds.count, news.count)
            return shorter == olds.count
                ? "\(path)/\(shorter): \(text(news[shorter])) was not attested"
                : "\(path)/\(shorter): is not there, attested is \(text(olds[shorter]))"
        }
        return "\(path): is \(text(new)), attested is \(text(old))"
    }

    private static func text(_ value: JSONValue) -> String {
        let text = String(decoding: value.canonical, as: UTF8.self)
        return text.count > 200 ? text.prefix(200) + "…" : text
    }
}
