public enum SettingsRoute: Codable, Hashable, Sendable {
    case settings
}
