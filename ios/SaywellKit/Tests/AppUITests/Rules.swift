import SwiftUI

/// What every page is held to, as far as a tree can tell.
@MainActor func faults(_ tree: Node) -> [String] {
    let controls: Set = [
        "Button", "Toggle", "TextField", "TextEditor", "SecureField", "Slider", "Picker", "DatePicker", "Stepper", "Menu",
        "ShareLink", "tabItem",
    ]
    var faults: [String] = []
    for node in tree.all {
        if controls.contains(node.kind), node.label.trimmingCharacters(in: .whitespaces).isEmpty {
            faults.append("no label: \(node.dump)")
        }
        if node.kind == "element", node.hidesChildren, node.attributes["accessibilityLabel"] == nil,
            node.attributes["accessibilityHidden"] == nil
        {
            faults.append("read as nothing: \(node.dump)")
        }
        // Who reads with a screen reader gets one of them.
        let hasTwo = node.all.filter { $0.kind == "Button" }.count > 1
        if node.attributes["children"] == "combine", hasTwo { faults.append("two buttons in one: \(node.dump)") }
        if node.attributes["image"] != nil, node.attributes["decorative"] == nil, node.attributes["accessibilityLabel"] == nil {
            faults.append("a picture without words: \(node.dump)")
        }
        if node.text.contains("%1$") || node.text.contains("%@") || node.text.contains("%lld") {
            faults.append("parts left out: \(node.text)")
        }
    }
    for bar in tree.all where bar.kind == "toolbar" {
        if bar.all.last(where: { $0.kind == "Button" })?.label != "Exit" { faults.append("Exit is not last: \(bar.dump)") }
    }
    for title in tree.all where title.kind == "title" {
        // The system reads the title of the bar as a heading.
        let heads = tree.all.filter { $0.attributes["traits"] == "\(AccessibilityTraits.isHeader.rawValue)" }
        if heads.isEmpty && title.text.isEmpty { faults.append("no heading") }
        if !tree.all.contains(where: { $0.kind == "toolbar" }) { faults.append("no way out: Exit is missing") }
    }
    return faults
}
