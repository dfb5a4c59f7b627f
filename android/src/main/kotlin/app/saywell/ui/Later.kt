package app.saywell.ui

import app.saywell.R
import app.saywell.Screen

/** A page that is not built yet and says so. Goes when the last route has its screen. */
class LaterScreen(private val title: Int) : Screen(R.layout.later) {
    override fun open() = find<TopBar>(R.id.top).run { title = text(this@LaterScreen.title) }
}
