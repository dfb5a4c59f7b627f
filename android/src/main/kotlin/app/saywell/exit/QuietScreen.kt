/** The page of the quick exit: a breathing disc, and nothing that tells what the app is. */
package app.saywell.exit

import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.ui.Breath
import app.saywell.ui.BreathingView
import app.saywell.ui.Cue
import app.saywell.ui.IconTextButton

data object QuietRoute : Route {
    override fun screen() = QuietScreen()
}

/** It asks core nothing: there is no vault behind it. */
class QuietScreen : Screen(R.layout.quiet) {
    private val disc get() = find<BreathingView>(R.id.disc)
    private var resting = false

    override fun open() {
        find<TextView>(R.id.word).setText(R.string.breathe_in)
        disc.onBreath = { find<TextView>(R.id.word).setText(if (it == Breath.IN) R.string.breathe_in else R.string.breathe_out) }
        disc.counts = false
        disc.play(TWO_MINUTES)
        find<IconTextButton>(R.id.pause).run {
            setOnClickListener {
                resting = !resting
                if (resting) disc.stop() else disc.go()
                setText(if (resting) R.string.go_on else R.string.pause)
            }
        }
    }

    override fun notSaved(why: Throwable, again: () -> Unit) = Unit

    private companion object {
        /** In for 4 s, out for 6 s, twelve times. */
        val TWO_MINUTES = (0L until 12).flatMap { listOf(Cue(it * 10_000, Breath.IN), Cue(it * 10_000 + 4_000, Breath.OUT)) } + Cue(120_000, Breath.OUT)
    }
}
