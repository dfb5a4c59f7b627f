package app.saywell.ui

import android.content.Context
import android.util.AttributeSet
import android.widget.LinearLayout

/** The column of a page: as wide as the screen, and on a wide one 560 dp in its middle. */
class Column(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    private val side = paddingStart

    init { orientation = VERTICAL }

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val spare = (MeasureSpec.getSize(widthSpec) - dp(WIDEST).toInt()) / 2
        setPaddingRelative(maxOf(side, spare), paddingTop, maxOf(side, spare), paddingBottom)
        super.onMeasure(widthSpec, heightSpec)
    }

    private companion object { const val WIDEST = 560f }
}
