package org.consentledger.http.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PlacesTest {

    private final Places places = new Places(100);

    @Test
    void noClientGetsMoreThanHalf() {
        assertThat(taken("greedy", 60)).hasSize(50);
        assertThat(taken("other", 60)).hasSize(50);
        assertThat(taken("third", 1)).isEmpty();
    }

    @Test
    void strangersTakeNobodysPlace() {
        assertThat(taken(null, 100)).hasSize(32);
        assertThat(taken("known", 60)).hasSize(50);
    }

    @Test
    void aPlaceGivenBackIsFreeForEverybody() {
        var greedy = taken("greedy", 60);
        RequestPlace.giveBack(greedy.getFirst());
        RequestPlace.giveBack(greedy.getFirst());

        assertThat(taken("greedy", 2)).hasSize(1);

        greedy.forEach(RequestPlace::giveBack);
        assertThat(taken("greedy", 60)).hasSize(49);
    }

    private List<MockHttpServletRequest> taken(String client, int count) {
        var taken = new ArrayList<MockHttpServletRequest>();
        for (var i = 0; i < count; i++) {
            var request = new MockHttpServletRequest();
            if (places.take(request, client) != null) {
                taken.add(request);
            }
        }
        return taken;
    }
}
