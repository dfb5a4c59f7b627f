import Saywell
