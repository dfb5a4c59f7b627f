import SwiftUI

/// Reads it aloud to who has a screen reader on, at once: they have not moved, and would not come to it by themselves.
func announce(_ said: String) {
    if !said.isEmpty { AccessibilityNotification.Announcement(said).post() }
}

extension View {
    /// Words of a page that come and change while the person stays where they are. Those that the page begins with are no news.
    func announced(_ said: String, atFirst: Bool = true) -> some View {
        onChange(of: said, initial: atFirst) { _, said in announce(said) }
    }
}
