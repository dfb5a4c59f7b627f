package app.saywell.settings

import android.graphics.Rect
import android.view.View
import android.widget.TextView
import app.saywell.R
import app.saywell.ui.PickOneScreen
import app.saywell.ui.Sure
import app.saywell.ui.date
import app.saywell.ui.showIf
import app.saywell.vault.said
import org.saywell.engine.Contents

/** How long entries are kept. What is older goes at once, so it is asked first. */
class KeepScreen : PickOneScreen(R.string.keep_title, R.string.keep_more) {
    private class Answer(val days: UShort?, val contents: Contents)

    /** Picked, and not said yes to. */
    private var asked: UShort?
        get() = kept.getInt(ASKED).takeIf { it > 0 }?.toUShort()
        set(value) = kept.putInt(ASKED, value?.toInt() ?: 0)

    override fun open() = ask { vault().use { Answer(it.retention(), it.contents()) } } show { answer ->
        val all = (listOf(null) + SPANS + answer.days).distinct()
        rows(all, asked ?: answer.days, { context.keptSaid(it) }) { days ->
            asked = days.takeIf { it != answer.days }
            if (asked == null) keep(days) else sure(answer.contents)
        }
        if (asked != null) sure(answer.contents)
    }

    private fun sure(contents: Contents) {
        val days = asked ?: return
        val sure = count(R.plurals.keep_sure, days.toInt(), days.toInt())
        val oldest = contents.firstDay?.let { text(R.string.keep_oldest, it.date()) }.orEmpty()
        Sure(page, null, ::leaveIt).ask("$sure $oldest".trim()) { keep(days) }
    }

    private fun leaveIt() {
        asked = null
        activity.reopen()
    }

    override fun back() = (asked != null).also { if (it) leaveIt() }

    private fun keep(days: UShort?) = ask { vault().use { it.setRetention(days, now()) } } show { went ->
        asked = null
        val words = context.said(went)
        if (words.isEmpty()) activity.goBack() else find<TextView>(R.id.detail).run {
            accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
            text = text(R.string.keep_went, words)
            find<View>(R.id.sure).showIf(false)
            requestRectangleOnScreen(Rect(0, 0, width, height))
        }
    }

    private companion object {
        val SPANS = listOf<UShort>(30u, 90u, 365u)
        const val ASKED = "asked"
    }
}
