package app.saywell.scenario

import android.content.Context
import android.os.Bundle
import android.util.AttributeSet
import android.view.View
import android.view.ViewGroup
import android.view.accessibility.AccessibilityManager
import android.widget.Button
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R
import app.saywell.ui.setHeading
import app.saywell.ui.showIf

/**
 * A card that is sealed until the one it belongs to holds the button, or taps its twin, which opens it for 20 s. It closes at once when the
 * finger is lifted, when the page is not in front any more, and whenever the page is built anew: that it is open is kept nowhere.
 */
class SealedCard(private val stage: ViewGroup, private val footer: ViewGroup, private val kept: Bundle, private val key: String) {
    private val context = stage.context
    private val hold = footer.findViewById<HoldButton>(R.id.hold)
    private val title = footer.findViewById<TextView>(R.id.hold_title)
    private val more = footer.findViewById<TextView>(R.id.hold_more)
    private val twin = footer.findViewById<Button>(R.id.tap_twin)
    private val read = footer.findViewById<Button>(R.id.have_read)
    private val closeByItself = Runnable { close() }
    private var tapped = false

    /** A screen reader holds nothing: it gets the twin alone. */
    private val speaks = context.getSystemService(AccessibilityManager::class.java).isTouchExplorationEnabled

    var isOpen = false
        private set

    fun show(card: Card, name: String, other: String, openId: (String) -> Unit, done: () -> Unit) {
        stage.findViewById<TextView>(R.id.stage_title).run { text = context.getString(R.string.hand_phone_to, name); setHeading() }
        stage.findViewById<TextView>(R.id.look_away).text = context.getString(R.string.look_away, other)
        stage.findViewById<TextView>(R.id.card_for).text = context.getString(R.string.card_for, name)
        stage.findViewById<TextView>(R.id.sealed_for).text = context.getString(R.string.sealed_for, name)
        stage.findViewById<RoleCard>(R.id.role).show(card, openId)
        hold.onHold = { held -> if (held) open(byTap = false) else close() }
        hold.setOnClickListener { open(byTap = true) } // from a keyboard or a switch: no finger holds it
        twin.setOnClickListener { if (isOpen) close() else open(byTap = true) }
        stage.findViewById<Watch>(R.id.watch).onAway = ::close
        read.setOnClickListener { done() }
        look()
    }

    private fun open(byTap: Boolean) {
        isOpen = true
        tapped = byTap
        kept.putString(READ, key)
        if (byTap) hold.postDelayed(closeByItself, TAPPED)
        look()
        stage.alpha = 0f
        stage.animate().alpha(1f).duration = FADE
    }

    /** At once. */
    fun close() {
        if (!isOpen) return
        isOpen = false
        hold.removeCallbacks(closeByItself)
        stage.animate().cancel()
        stage.alpha = 1f
        look()
        title.announceForAccessibility(context.getString(R.string.card_closed))
    }

    private fun look() {
        stage.findViewById<View>(R.id.sealed).showIf(!isOpen)
        stage.findViewById<View>(R.id.opened).showIf(isOpen)
        val held = isOpen && !tapped
        hold.showIf(!speaks && !(isOpen && tapped))
        title.showIf(!speaks && !(isOpen && tapped))
        title.setText(if (held) R.string.let_go else R.string.hold_to_read)
        more.showIf(!held)
        more.setText(if (isOpen) R.string.closes_itself else if (speaks) R.string.headphones else R.string.let_go_closes)
        twin.showIf(!held)
        twin.setText(if (isOpen) R.string.close_card else if (speaks) R.string.open_for else R.string.open_with_tap)
        read.showIf(!isOpen && kept.getString(READ) == key)
    }

    /** Hears when the page is not in front any more: a call came, the screen went off, the person went elsewhere. */
    class Watch(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
        var onAway: () -> Unit = {}

        override fun onWindowFocusChanged(hasFocus: Boolean) {
            super.onWindowFocusChanged(hasFocus)
            if (!hasFocus) onAway()
        }

        override fun onWindowVisibilityChanged(visibility: Int) {
            super.onWindowVisibilityChanged(visibility)
            if (visibility != View.VISIBLE) onAway()
        }
    }

    private companion object {
        const val READ = "read"

        /** Milliseconds for which a tap opens the card, and in which it fades in. */
        const val TAPPED = 20_000L
        const val FADE = 120L
    }
}
