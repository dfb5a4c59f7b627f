package app.saywell

/** The app for the desktop window: the real clock; a secret of its own, and a vault that goes with the window. */
class DeskApp : App() {
    override val secret = PlainSecret()
}
