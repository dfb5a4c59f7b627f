// The app as the system starts it. All of it is in SaywellKit; here is only what has to be in the app's own target.

import AppUI
import AppleAdapters
import SwiftUI

@main
struct SaywellApp: App {
    @State private var shell = Phone.shell()
    #if canImport(UIKit)
        @UIApplicationDelegateAdaptor private var delegate: Delegate
    #endif

    var body: some Scene {
        WindowGroup { RootView(shell) }
    }
}

#if canImport(UIKit)
    /// Refuses keyboards of other makers: what is typed here goes to nobody.
    final class Delegate: NSObject, UIApplicationDelegate {
        func application(
            _ application: UIApplication, shouldAllowExtensionPointIdentifier point: UIApplication.ExtensionPointIdentifier
        ) -> Bool {
            point != .keyboard
        }
    }
#endif
