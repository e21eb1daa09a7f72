internal import Compliance

extension Citation {
    /// Whether it stands for what a product does when nobody says otherwise: the beginning of the file that could say it,
    /// whose first line does not.
    func isOfDefault(_ excerpt: String?) -> Bool {
        guard line == 1, column == 1, let key = pointer?.split(separator: "/").last, let excerpt else { return false }
        return !excerpt.contains(key)
    }
}
