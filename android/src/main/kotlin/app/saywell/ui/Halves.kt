package app.saywell.ui

import android.content.Context
import android.util.AttributeSet
import android.view.Gravity
import android.widget.LinearLayout

/** Two things one below the other; beside each other where the page is low, as on a phone on its side: the one with a weight takes the room. */
class Halves(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    init { orientation = if (isLow) HORIZONTAL else VERTICAL }

    override fun onFinishInflate() {
        super.onFinishInflate()
        if (orientation == VERTICAL) return
        gravity = Gravity.CENTER_VERTICAL
        isBaselineAligned = false
        for (i in 0 until childCount) (getChildAt(i).layoutParams as LayoutParams).run {
            width = if (weight > 0) 0 else LayoutParams.WRAP_CONTENT
            topMargin = 0
            if (i > 0) marginStart = dp(24f).toInt()
        }
    }
}
